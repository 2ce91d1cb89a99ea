/** placeholder until the fast ψ lands */
export const psiBench = (): void => {};
