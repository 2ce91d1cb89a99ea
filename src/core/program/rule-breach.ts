/** A program or a round broke a rule of its language. */
export class RuleBreach extends Error {
  /** The choices that led there, where a handler knows them. */
  path: readonly { readonly label: string; readonly value: unknown }[] = [];
}
