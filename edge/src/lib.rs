//! edge
use worker::*;
/// x
#[derive(Debug)]
#[durable_object]
pub struct Site { state: State }
impl DurableObject for Site {
    fn new(state: State, _env: Env) -> Self { Self { state } }
    async fn fetch(&self, _req: Request) -> Result<Response> { Response::ok(self.state.id().to_string()) }
    async fn alarm(&self) -> Result<Response> { Response::ok("") }
    async fn websocket_message(&self, _ws: WebSocket, _m: WebSocketIncomingMessage) -> Result<()> { Ok(()) }
    async fn websocket_close(&self, _ws: WebSocket, _c: usize, _r: String, _w: bool) -> Result<()> { Ok(()) }
    async fn websocket_error(&self, _ws: WebSocket, _e: Error) -> Result<()> { Ok(()) }
}
#[event(fetch)]
async fn fetch(_req: Request, _env: Env, _ctx: Context) -> Result<Response> { Response::ok("hi") }
