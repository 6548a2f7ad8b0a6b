//! Folding: lower case, Latin letters without their marks, typographic signs as the plain ones, so that "ÜBER" and
//! "uber", or "I’m" and "i'm", compare equal.

/// The folded copy of a text. Letters of other scripts are lower-cased and otherwise kept.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        let lower = lower(c);
        match plain(lower) {
            Some(plain) => folded.push_str(plain),
            None if is_mark(lower) => {}
            None => folded.push(lower),
        }
    }
    folded
}

/// Calls `see` with the folded letters and signs of one that is written: none, one, or a few.
pub(super) fn fold_char(c: char, mut see: impl FnMut(char)) {
    if c.is_ascii() {
        return see(c.to_ascii_lowercase());
    }
    let lower = lower(c);
    match plain(lower) {
        Some(plain) => plain.chars().for_each(see),
        None if is_mark(lower) => {}
        None => see(lower),
    }
}

/// The lower case of Latin, Greek, Cyrillic and Armenian letters; other scripts that are in use have no case. By their
/// place in Unicode and not with `char::to_lowercase`: its tables weigh more than all else of the detector, and every
/// visitor would download them.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let by = match code {
        // Capitals and small letters a fixed distance apart.
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        0x531..=0x556 => 48,
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e | 0x38f => 63,
        // Pairs, the capital on the odd place.
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce if code % 2 == 1 => 1,
        0x178 => return 'ÿ',
        // Azerbaijani and Vietnamese.
        0x18f => return 'ə',
        0x1a0 | 0x1af => 1,
        0x1e9e => return 'ß',
        // Pairs, the capital on the even place.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ee
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x370..=0x373
        | 0x3d8..=0x3ee
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff
            if code % 2 == 0 =>
        {
            1
        }
        _ => 0,
    };
    char::from_u32(code + by).unwrap_or(c)
}

/// Combining marks (U+0300 to U+036F), variation selectors, zero-width characters: they carry no letter.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
}

fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ĺ' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '‘' | '’' | '‚' | '`' | '´' => "'",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '–' | '—' | '‐' | '‑' => "-",
        '…' => "...",
        '\u{a0}' | '\u{2009}' | '\u{202f}' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, lower};

    #[test]
    fn scripts_with_case_are_lowered_as_unicode_says() {
        let blocks = [
            0x80..=0x17f,
            0x1cd..=0x1ef,
            0x1f8..=0x21f,
            0x386..=0x3ce,
            0x400..=0x4bf,
            0x4c1..=0x586,
            0x1e00..=0x1e95,
            0x1ea0..=0x1eff,
        ];
        let letters = blocks.into_iter().flatten().chain([0x18f, 0x1a0, 0x1af]);
        // One capital becomes two characters there, of which a mark is dropped.
        for c in letters.filter_map(char::from_u32).filter(|c| *c != 'İ') {
            assert_eq!(
                lower(c).to_string(),
                c.to_lowercase().to_string(),
                "{:x}",
                u32::from(c)
            );
        }
        assert_eq!(fold("İI"), "ii");
    }

    #[test]
    fn letters_compare_without_case_marks_and_typography() {
        for (text, folded) in [
            ("ÜBER Straße", "uber strasse"),
            ("I’m … «ça»", "i'm ... \"ca\""),
            ("Łódź, czŁowiek", "lodz, czlowiek"),
            ("e\u{301}", "e"),
            ("人間と話したい", "人間と話したい"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
