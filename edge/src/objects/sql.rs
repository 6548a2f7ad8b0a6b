//! SQL in an object, without the platform's traps: never `one()` (it throws through our frames), truth as 0 and 1
//! (the platform binds `"true"`), and several writes as one transaction that a failure undoes.

use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue, closure::ScopedClosure};
use worker::{SqlStorage, SqlStorageValue, State, Storage};

use crate::problem::{Outcome, Problem};

/// One value bound to a `?`.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound(SqlStorageValue);

impl From<&str> for Bound {
    fn from(text: &str) -> Self {
        Self(SqlStorageValue::String(text.to_owned()))
    }
}

impl From<&String> for Bound {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Bound {
    fn from(text: String) -> Self {
        Self(SqlStorageValue::String(text))
    }
}

impl From<bool> for Bound {
    fn from(truth: bool) -> Self {
        Self(SqlStorageValue::Integer(i64::from(truth)))
    }
}

impl From<u32> for Bound {
    fn from(number: u32) -> Self {
        Self(SqlStorageValue::Integer(i64::from(number)))
    }
}

/// Numbers and moments of ours stay below 2^53, which JavaScript holds exactly; what does not is stored as the largest.
impl From<u64> for Bound {
    fn from(number: u64) -> Self {
        const LARGEST: i64 = (1 << 53) - 1;
        Self(SqlStorageValue::Integer(
            i64::try_from(number).unwrap_or(LARGEST).min(LARGEST),
        ))
    }
}

impl<T: Into<Bound>> From<Option<T>> for Bound {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(SqlStorageValue::Null), Into::into)
    }
}

/// An object's database.
#[derive(Debug)]
pub struct Sql {
    sql: SqlStorage,
    storage: Storage,
}

impl Sql {
    /// The database of the object with this state.
    pub fn of(state: &State) -> Self {
        Self {
            sql: state.storage().sql(),
            storage: state.storage(),
        }
    }

    /// Runs a statement that answers nothing.
    pub fn run<const N: usize>(&self, statement: &str, bound: [Bound; N]) -> Outcome<()> {
        self.rows::<serde::de::IgnoredAny, N>(statement, bound).map(drop)
    }

    /// Every row of a query.
    pub fn rows<T: DeserializeOwned, const N: usize>(
        &self,
        query: &str,
        bound: [Bound; N],
    ) -> Outcome<Vec<T>> {
        let bound: Vec<SqlStorageValue> = bound.into_iter().map(|value| value.0).collect();
        Ok(self.sql.exec(query, bound)?.to_array()?)
    }

    /// The first row of a query, if there is one.
    pub fn first<T: DeserializeOwned, const N: usize>(
        &self,
        query: &str,
        bound: [Bound; N],
    ) -> Outcome<Option<T>> {
        Ok(self.rows(query, bound)?.into_iter().next())
    }

    /// Runs `work` so that either all of its writes happen or, when it returns an error, none.
    pub fn transaction<T>(&self, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let mut work = Some(work);
        let mut outcome = None;
        let thrown = {
            let run = || -> Result<JsValue, JsValue> {
                let result = work
                    .take()
                    .map_or_else(|| Err(Problem::internal(&"a transaction ran twice")), |w| w());
                let undo = result.is_err();
                outcome = Some(result);
                // What is thrown here only tells the platform to undo; the outcome carries the reason.
                if undo {
                    Err(JsValue::from_str("undo"))
                } else {
                    Ok(JsValue::UNDEFINED)
                }
            };
            call_transaction_sync(&self.storage, run)
        };
        match (outcome, thrown) {
            (Some(Err(problem)), _) => Err(problem),
            (Some(Ok(value)), Ok(_)) => Ok(value),
            (_, Err(error)) => Err(Problem::internal(&worker::Error::from(error))),
            (None, Ok(_)) => Err(Problem::internal(&"a transaction did not run")),
        }
    }

    /// Brings the database up to date: each statement of `migrations` is run once in the life of the object, in order.
    pub fn migrate(&self, migrations: &[&str]) -> Outcome<()> {
        #[derive(serde::Deserialize)]
        struct Done {
            done: usize,
        }
        self.transaction(|| {
            self.run(
                "CREATE TABLE IF NOT EXISTS _migrations (id INTEGER PRIMARY KEY)",
                [],
            )?;
            let done = self
                .first::<Done, 0>("SELECT count(*) AS done FROM _migrations", [])?
                .map_or(0, |row| row.done);
            for (at, statements) in migrations.iter().enumerate().skip(done) {
                self.run(statements, [])?;
                self.run("INSERT INTO _migrations (id) VALUES (?)", [(at as u64).into()])?;
            }
            Ok(())
        })
    }

    /// Whether anything was ever stored here. Asking does not store anything.
    pub fn is_empty(&self) -> Outcome<bool> {
        let tables = "SELECT name FROM sqlite_master WHERE name = '_migrations'";
        Ok(self.rows::<serde::de::IgnoredAny, 0>(tables, [])?.is_empty())
    }
}

/// `storage.transactionSync(run)`, which `worker` does not bind: an exception from `run` undoes its writes.
fn call_transaction_sync(
    storage: &Storage,
    mut run: impl FnMut() -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    let raw = storage.as_raw();
    let method: js_sys::Function =
        js_sys::Reflect::get(raw, &JsValue::from_str("transactionSync"))?.dyn_into()?;
    let closure = ScopedClosure::<dyn FnMut() -> Result<JsValue, JsValue>>::borrow_mut_aborting(&mut run);
    method.call1(raw, closure.as_js_value())
}
