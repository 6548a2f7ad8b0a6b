//! The edge from outside: a real workerd, its API and its sockets.

mod alive;
