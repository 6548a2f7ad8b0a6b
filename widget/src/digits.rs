//! Whole numbers as text. The standard library's way brings its whole formatter along, which nothing else here needs.

/// The number in decimal digits.
pub fn digits(mut number: u64) -> String {
    let mut text = [b'0'; 20];
    let mut at = text.len();
    loop {
        at -= 1;
        // Below ten.
        text[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            return text[at..].iter().copied().map(char::from).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 1, 9, 10, 99, 100, 4_000, 9_007_199_254_740_993, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
