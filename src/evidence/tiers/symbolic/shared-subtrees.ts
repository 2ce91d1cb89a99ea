import type { ChoiceTree } from "../../../core/handlers/symbolic.ts";
import type { Expr } from "../../../core/num/expr.ts";

/**
 * Finds the marked places of a tree that are followed by the very same choices, formula by formula: what a program promises
 * where it marks a place is not taken on trust.
 */
export class SharedSubtrees<A> {
  private readonly ids = new Map<ChoiceTree<A>, number>();
  private readonly formulas = new Map<Expr, number>();
  private readonly names = new Map<string, number>();
  /** How many marks there are of one number. */
  private readonly marked = new Map<number, number>();
  private readonly above = new Map<ChoiceTree<A>, boolean>();

  constructor(tree: ChoiceTree<A>, nameOf: (value: A) => string) {
    this.number(tree, nameOf);
    this.find(tree);
  }

  /** Equal numbers: the same choices with the same weights and the same values. */
  id(tree: ChoiceTree<A>): number {
    return this.ids.get(tree) as number;
  }

  /** Is this a mark that is followed by the same as another one? */
  isShared(tree: ChoiceTree<A>): boolean {
    return (this.marked.get(this.id(tree)) ?? 0) > 1;
  }

  /** Does a shared mark follow? */
  leadsToShared(tree: ChoiceTree<A>): boolean {
    return this.above.get(tree) as boolean;
  }

  private number(tree: ChoiceTree<A>, nameOf: (value: A) => string): number {
    let name: string;
    if (tree.kind === "end") name = `end ${nameOf(tree.value)}`;
    else {
      const weights = tree.kind === "mark" ? [] : tree.weights.map((weight) => this.formula(weight));
      const below = tree.next.map((branch) => (branch === undefined ? "" : this.number(branch, nameOf)));
      name = `${tree.kind} ${weights.join()} ${below.join()}`;
    }
    let id = this.names.get(name);
    if (id === undefined) {
      id = this.names.size;
      this.names.set(name, id);
    }
    this.ids.set(tree, id);
    if (tree.kind === "mark") this.marked.set(id, (this.marked.get(id) ?? 0) + 1);
    return id;
  }

  private find(tree: ChoiceTree<A>): boolean {
    let found = this.isShared(tree);
    if (tree.kind !== "end")
      for (const branch of tree.next) if (branch !== undefined && this.find(branch)) found = true;
    this.above.set(tree, found);
    return found;
  }

  private formula(weight: Expr): number {
    let id = this.formulas.get(weight);
    if (id === undefined) {
      id = this.formulas.size;
      this.formulas.set(weight, id);
    }
    return id;
  }
}
