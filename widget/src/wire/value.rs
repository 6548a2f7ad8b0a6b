//! JSON as a value, for what the edge writes: whole numbers, no depth to speak of.

/// A value. Taking a part leaves nothing in its place, so that texts move and are not copied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// `null`, a fraction, and what is not there.
    #[default]
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Vec<(String, Value)>),
}

/// Deeper than this, nothing is read: a frame is half as deep.
const DEEPEST: usize = 24;

impl Value {
    /// Reads a text that is one value; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader {
            text: text.as_bytes(),
            at: 0,
        };
        let value = reader.value(0)?;
        reader.space();
        (reader.at == text.len()).then_some(value)
    }

    /// Takes the part of that name.
    pub fn take(&mut self, name: &str) -> Self {
        let Self::Object(parts) = self else {
            return Self::Nothing;
        };
        for (known, value) in parts {
            if known == name {
                return std::mem::take(value);
            }
        }
        Self::Nothing
    }

    /// Takes a part that is text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        if let Self::Text(text) = self.take(name) {
            Some(text)
        } else {
            None
        }
    }

    /// Takes a part that is a number.
    pub fn number(&mut self, name: &str) -> Option<u64> {
        if let Self::Number(number) = self.take(name) {
            Some(number)
        } else {
            None
        }
    }

    /// Takes a part that is yes or no.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        if let Self::Flag(flag) = self.take(name) {
            Some(flag)
        } else {
            None
        }
    }

    /// Takes a part that is a list, each of whose values can be read so.
    pub fn list<T>(&mut self, name: &str, read: fn(Self) -> Option<T>) -> Option<Vec<T>> {
        let Self::List(values) = self.take(name) else {
            return None;
        };
        let mut list = Vec::with_capacity(values.len());
        for value in values {
            list.push(read(value)?);
        }
        Some(list)
    }

    /// A variant: its name, and what it holds.
    pub fn variant(self) -> Option<(String, Self)> {
        match self {
            Self::Text(name) => Some((name, Self::Nothing)),
            Self::Object(parts) => parts.into_iter().next(),
            _ => None,
        }
    }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.text.get(self.at) {
            self.at += 1;
        }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = *self.text.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// Passes over a byte, if it is the next one after any space.
    fn is(&mut self, byte: u8) -> bool {
        self.space();
        let is = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(is);
        is
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        if self.is(b'"') {
            return self.string().map(Value::Text);
        }
        if self.is(b'{') {
            let mut parts = Vec::new();
            while !self.is(b'}') {
                if !(parts.is_empty() || self.is(b',')) || !self.is(b'"') {
                    return None;
                }
                let name = self.string()?;
                if !self.is(b':') {
                    return None;
                }
                parts.push((name, self.value(depth + 1)?));
            }
            return Some(Value::Object(parts));
        }
        if self.is(b'[') {
            let mut values = Vec::new();
            while !self.is(b']') {
                if !(values.is_empty() || self.is(b',')) {
                    return None;
                }
                values.push(self.value(depth + 1)?);
            }
            return Some(Value::List(values));
        }
        self.word()
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<Value> {
        let begin = self.at;
        while let Some(b'0'..=b'9' | b'a'..=b'z' | b'E' | b'+' | b'-' | b'.') = self.text.get(self.at) {
            self.at += 1;
        }
        let word = std::str::from_utf8(self.text.get(begin..self.at)?).ok()?;
        match word {
            "true" => Some(Value::Flag(true)),
            "false" => Some(Value::Flag(false)),
            "null" => Some(Value::Nothing),
            _ => match word.parse() {
                Ok(number) => Some(Value::Number(number)),
                Err(_) => word
                    .starts_with(|c: char| c == '-' || c.is_ascii_digit())
                    .then_some(Value::Nothing),
            },
        }
    }

    /// The rest of a text whose opening quote was passed.
    fn string(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        loop {
            match self.next()? {
                b'"' => return String::from_utf8(bytes).ok(),
                b'\\' => {
                    let c = self.escaped()?;
                    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
                byte => bytes.push(byte),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let mut code = self.unit()?;
                // The first half of a pair: the other follows, escaped as well.
                if (0xd800..0xdc00).contains(&code) && self.text.get(self.at..self.at + 2) == Some(b"\\u") {
                    self.at += 2;
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (self.unit()?.wrapping_sub(0xdc00) & 0x3ff);
                }
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            byte => char::from(byte),
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn escapes_are_undone() {
        let text = r#" "a\u00e9\ud83d\ude00\/\t\"\ud83dx" "#;
        assert_eq!(
            Value::parse(text),
            Some(Value::Text("a\u{e9}\u{1f600}/\t\"\u{fffd}x".to_owned()))
        );
    }

    #[test]
    fn what_is_not_json_is_not_read() {
        let deep = "[".repeat(40) + &"]".repeat(40);
        for bad in [
            "",
            "{",
            "[1,",
            "[1 2]",
            "{\"a\" 1}",
            "{a:1}",
            "nul",
            "\"a",
            "1 1",
            "\"\\u12\"",
            "-x y",
            &deep,
        ] {
            assert_eq!(Value::parse(bad), None, "{bad}");
        }
        assert_eq!(Value::parse("[1, -2, 2.5e3, null]").unwrap(), {
            Value::List(vec![
                Value::Number(1),
                Value::Nothing,
                Value::Nothing,
                Value::Nothing,
            ])
        });
    }
}
