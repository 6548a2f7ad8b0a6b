//! Looks whether a port is free before anything expensive happens.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::problem::{Outcome, Problem};

/// A problem when `port` cannot be listened on; `option` is how another one is chosen.
pub fn require_free(port: u16, option: &str) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| {
            let other = port.checked_add(10).unwrap_or(8790);
            let problem = if error.kind() == ErrorKind::AddrInUse {
                Problem::new(format!("Port {port} is taken"))
                    .because("another program listens there, perhaps another `serve`")
            } else {
                Problem::new(format!("Port {port} cannot be used")).because(error)
            };
            problem.fix(format!(
                "Stop that program, or choose another port: `cargo xtask serve {option} {other}`."
            ))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_the_way_out() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let problem = require_free(port, "--port").unwrap_err().to_string();
        assert!(
            problem.contains("is taken") && problem.contains("serve --port"),
            "{problem}"
        );
    }
}
