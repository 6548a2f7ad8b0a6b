//! Model clients of the wire: what a visitor's and an agent's browser say, without a browser.
