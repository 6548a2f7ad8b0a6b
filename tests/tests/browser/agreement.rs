//! The same words, the same verdict: natively, at the edge and in the widget.

use lab::agreement::{PORTION, befores, digests, verdict};
use tests::lab::{Lab, LabPage, phrases};

/// Letters and signs that a table of one platform might take for something else.
const ODD: [&str; 8] = [
    "İstanbul ŞİKAYET ısrar",
    "ＴＡＬＫ ＴＯ Ａ ＨＵＭＡＮ",
    "Ｈｕｍａｎ\u{200d}🧑‍💻 pls\u{fe0f}",
    "ﬁnd me a per\u{00ad}son",
    "أريد التحدث مع شخص",
    "\u{202e}nosrep a ot klat",
    "Ǆ ǅ ǆ ẞ ß ς σ",
    "\u{0}\u{1f}\u{7f}\u{10ffff}",
];

#[tokio::test(flavor = "multi_thread")]
async fn everything_decided_about_every_phrase_is_the_same_everywhere() {
    let mut texts = phrases();
    texts.extend(ODD.map(str::to_owned));
    let lab = Lab::start();
    let page = LabPage::open(&lab).await;
    for portion in texts.chunks(PORTION) {
        let native = digests(portion);
        let (at_edge, in_browser) = (lab.digests(portion).await, page.digests(portion).await);
        let all = native.iter().zip(&at_edge).zip(&in_browser);
        for ((before, text), ((native, at_edge), in_browser)) in befores(portion).zip(portion).zip(all) {
            if native != at_edge || native != in_browser {
                let native = verdict(before, text);
                assert_eq!(native, lab.verdict(before, text).await, "in workerd: {text}");
                assert_eq!(native, page.verdict(before, text).await, "in Chromium: {text}");
            }
        }
    }
}
