/** A program broke the rules of the language: hidden randomness, leaked state, or a draw from nothing. */
export class ProgramError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProgramError";
  }
}
