//! The owner's accent, made legible: ink on it and text in it reach 4.5:1 whatever colour they chose.

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// Text needs 4.5 against its ground (WCAG 2.2, 1.4.3); the rest is for the approximation below.
const LEGIBLE: f64 = 4.75;
const WHITE: Colour = Colour([0xff; 3]);
/// The dark ink of the tokens.
const DARK: Colour = Colour([0x0b, 0x12, 0x20]);
const BLACK: Colour = Colour([0; 3]);
/// The two papers on which text in the accent stands: raised in light, ground in dark.
const LIGHT_PAPER: Colour = Colour([0xf5, 0xf6, 0xf8]);
const DARK_PAPER: Colour = Colour([0x1c, 0x1f, 0x25]);

impl Colour {
    /// Reads `#rgb` or `#rrggbb`; anything else is none.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let mut nibbles = [0; 6];
        let each = match digits.len() {
            3 => 2,
            6 => 1,
            _ => return None,
        };
        for (at, c) in digits.chars().enumerate() {
            let value = u8::try_from(c.to_digit(16)?).ok()?;
            nibbles[at * each..][..each].fill(value);
        }
        let byte = |at: usize| nibbles[at] * 16 + nibbles[at + 1];
        Some(Self([byte(0), byte(2), byte(4)]))
    }

    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
        let digits = self
            .0
            .iter()
            .flat_map(|byte| [digit(byte / 16), digit(byte % 16)]);
        std::iter::once('#').chain(digits).collect()
    }

    /// The ink to write on it with. Between white and the tokens' dark ink there are middling colours that suit
    /// neither; black reaches those.
    #[must_use]
    pub fn ink(self) -> Self {
        let legible = |ink: &Self| contrast(self, *ink) >= LEGIBLE;
        [WHITE, DARK].into_iter().find(legible).unwrap_or_else(|| {
            if contrast(self, WHITE) > contrast(self, BLACK) {
                WHITE
            } else {
                BLACK
            }
        })
    }

    /// The same hue as text on light and on dark paper: mixed with black or white as far as it must be.
    pub fn as_text(self) -> (Self, Self) {
        (
            self.until_legible(LIGHT_PAPER, 0),
            self.until_legible(DARK_PAPER, 255),
        )
    }

    fn until_legible(self, paper: Self, towards: u8) -> Self {
        (0..=20)
            .map(|step| self.mixed(towards, step))
            .find(|c| contrast(*c, paper) >= LEGIBLE)
            .unwrap_or(self)
    }

    /// `step` of twenty parts of a grey in it.
    fn mixed(self, grey: u8, step: u16) -> Self {
        let part = |own: u8| (u16::from(own) * (20 - step) + u16::from(grey) * step) / 20;
        Self(self.0.map(|own| u8::try_from(part(own)).unwrap_or(grey)))
    }

    /// Relative luminance, with a cubic fitted to the standard's curve: within 0.002 of it, and it spares every
    /// visitor a power function.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|byte| {
            let channel = f64::from(byte) / 255.0;
            channel * (channel * (channel * 0.3053 + 0.6822) + 0.0125)
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, to check the approximation by.
    fn exact(a: Colour, b: Colour) -> f64 {
        let luminance = |c: Colour| {
            let [r, g, b] = c.0.map(|byte| {
                let v = f64::from(byte) / 255.0;
                if v <= 0.04045 {
                    v / 12.92
                } else {
                    ((v + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn only_hex_colours_are_read() {
        assert_eq!(
            Colour::parse("#1a56db").map(Colour::hex).as_deref(),
            Some("#1a56db")
        );
        assert_eq!(Colour::parse("#abc").map(Colour::hex).as_deref(), Some("#aabbcc"));
        for bad in ["", "#", "1a56db", "#1a56d", "#1a56dbff", "red", "#ggg", "#éa5"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_accent_is_legible_as_ground_and_as_text() {
        for r in (0..=255).step_by(15) {
            for g in (0..=255).step_by(15) {
                for b in (0..=255).step_by(15) {
                    let accent = Colour([r, g, b]);
                    let (light, dark) = accent.as_text();
                    assert!(exact(accent, accent.ink()) >= 4.5, "{accent:?}");
                    assert!(exact(light, LIGHT_PAPER) >= 4.5, "{accent:?} as {light:?}");
                    assert!(exact(dark, DARK_PAPER) >= 4.5, "{accent:?} as {dark:?}");
                }
            }
        }
    }
}
