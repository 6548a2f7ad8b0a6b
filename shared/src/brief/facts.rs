//! Facts a visitor wrote: mail addresses, web addresses, numbers of orders and amounts. Verbatim, with their message.

/// The facts in one message, as written, each once.
pub fn facts(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fact = word.trim_matches(|c: char| {
            !(c.is_alphanumeric() || matches!(c, '#' | '$' | '€' | '£' | '/' | '@' | '+' | '%'))
        });
        if is_fact(fact) && !found.iter().any(|known| known == fact) {
            found.push(fact.to_owned());
        }
    }
    found
}

/// A mail or web address, or anything with two digits or a digit with a sign that makes it a number of something.
fn is_fact(word: &str) -> bool {
    let address = word
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let web = word.starts_with("http://") || word.starts_with("https://");
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let marked = word.starts_with(['#', '$', '€', '£']) || word.ends_with(['€', '$', '£', '%']);
    address || web || digits >= 3 || (digits >= 1 && marked)
}

#[cfg(test)]
mod tests {
    use super::facts;

    #[test]
    fn facts_are_verbatim_and_once() {
        let text =
            "Order #10433 (twice: #10433), 49.90€ to ada@example.com, see https://example.com/a. 2 items.";
        assert_eq!(
            facts(text),
            ["#10433", "49.90€", "ada@example.com", "https://example.com/a"]
        );
        assert!(facts("nothing here, really").is_empty());
    }
}
