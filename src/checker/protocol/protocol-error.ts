/** An adapter broke the protocol: what was received. */
export class ProtocolError extends Error {
  constructor(received: string) {
    super(`protocol error: received ${received}`);
    this.name = "ProtocolError";
  }
}
