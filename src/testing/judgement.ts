/** What a check says: whether its claim holds, and in words why it does or does not. */
export interface Judgement {
  readonly pass: boolean;
  readonly message: string;
}
