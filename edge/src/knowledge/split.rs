//! Cutting text to a length: between blocks, else between lines or sentences, else between words.

use shared::text::FENCE;

/// Packs blocks into pieces of at most `limit` characters, in order. Blocks in one piece are apart by a blank line.
pub fn pack(blocks: &[String], limit: usize) -> Vec<String> {
    let mut packed: Vec<String> = Vec::new();
    let mut room = 0;
    for block in blocks {
        for (at, piece) in pieces(block, limit).iter().enumerate() {
            let length = piece.chars().count();
            match packed.last_mut() {
                // Only whole blocks, or the first piece of one, share a piece with the block before.
                Some(last) if at == 0 && length + 2 <= room => {
                    last.push_str("\n\n");
                    last.push_str(piece);
                    room -= length + 2;
                }
                _ => {
                    packed.push(piece.to_owned());
                    room = limit - length;
                }
            }
        }
    }
    packed
}

/// Cuts one block; of a listing, each piece is one.
fn pieces(block: &str, limit: usize) -> Vec<String> {
    let inside = block
        .strip_prefix(FENCE)
        .and_then(|rest| rest.strip_suffix(FENCE));
    match inside.filter(|inside| block.chars().count() > limit && !inside.contains(FENCE)) {
        Some(inside) => cut(inside.trim_matches('\n'), limit - 2 * (FENCE.len() + 1))
            .into_iter()
            .map(|piece| format!("{FENCE}\n{piece}\n{FENCE}"))
            .collect(),
        None => cut(block, limit).into_iter().map(str::to_owned).collect(),
    }
}

/// Cuts one block into pieces of at most `limit` characters.
fn cut(block: &str, limit: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = block;
    while let Some((end, _)) = rest.char_indices().nth(limit) {
        let at = border(&rest[..end]);
        let (piece, after) = rest.split_at(at);
        pieces.push(piece.trim_end());
        rest = after.trim_start_matches(['\n', ' ']);
    }
    if !rest.trim().is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Where to cut at the latest: after a line or a sentence if one ends past the first third, else after a word, else at
/// the very end.
fn border(head: &str) -> usize {
    const ENDS: [&str; 8] = ["\n", ". ", "? ", "! ", ".) ", "。", "？", "！"];
    let sentence = ENDS
        .iter()
        .filter_map(|end| head.rfind(end).map(|at| at + end.len()))
        .max();
    sentence
        .filter(|at| at * 3 > head.len())
        .or_else(|| head.rfind(' ').map(|at| at + 1))
        .filter(|at| *at > 0)
        .unwrap_or(head.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(blocks: &[&str], limit: usize, expected: &[&str]) {
        let blocks: Vec<String> = blocks.iter().map(|&block| block.to_owned()).collect();
        let packed = pack(&blocks, limit);
        assert_eq!(packed, expected);
        assert!(packed.iter().all(|piece| piece.chars().count() <= limit));
    }

    #[test]
    fn short_blocks_share_a_piece() {
        check(&["one", "two", "three"], 8, &["one\n\ntwo", "three"]);
        check(&["one"], 8, &["one"]);
        check(&[], 8, &[]);
    }

    #[test]
    fn a_long_block_is_cut_where_a_sentence_or_line_ends() {
        check(
            &["First one. Second one. Third."],
            24,
            &["First one. Second one.", "Third."],
        );
        check(
            &["- a line\n- another line\n- last"],
            24,
            &["- a line\n- another line", "- last"],
        );
    }

    #[test]
    fn a_long_listing_becomes_several() {
        check(
            &["```\none line\nanother\n```"],
            20,
            &["```\none line\n```", "```\nanother\n```"],
        );
    }

    #[test]
    fn else_between_words_and_else_anywhere() {
        check(
            &["several words and no end"],
            10,
            &["several", "words and", "no end"],
        );
        check(&["日本語日本語"], 4, &["日本語日", "本語"]);
        check(&["aaaaaaaaaa bb"], 4, &["aaaa", "aaaa", "aa", "bb"]);
    }
}
