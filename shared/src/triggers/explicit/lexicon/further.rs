//! Some words of Ukrainian and Russian, and what Chinese, Japanese and Korean write for a person who serves.

#[cfg(test)]
pub(super) const WORDS: &str = "\
p оператор оператора оператором человек человеком людина людиною людину
q кем-то кимось хтось
t поговорить поговорити связаться говорить
c соедините переключите з'єднайте переключіть позовите
mi мне мені
dm меня мене
w хочу нужен потрібен
n не без
dr живым живой живим
d с со на к з із
";

/// Runs of letters that ask for a person, in scripts without spaces.
pub(in crate::triggers::explicit) const RUNS: &str = "转人工 轉人工 人工客服 人工服务 真人客服 找人工 要人工 找客服 和人类 给人类 跟人说 \
オペレーターに オペレーターと 担当者と 人間と話 人と話 有人チャット 상담원 상담사 사람과";

/// Runs that ask what one is talking to.
pub(in crate::triggers::explicit) const PROBES: &str = "你是机器人 你是人 是真人吗 是机器人吗 是人吗 あなたは人間 人間ですか ロボットですか 사람인가요 로봇인가요";
