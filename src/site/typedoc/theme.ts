import {
  type DeclarationReflection,
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  type NavigationElement,
  type PageEvent,
  type ProjectReflection,
  type Reflection,
  type Renderer,
} from "typedoc";
import { escaped } from "../../pages/figures/text.ts";
import type { Material } from "../material.ts";
import type { Library } from "./library.ts";
import { type Part, specification } from "./specification.ts";
import { stamp } from "./stamp.ts";

const raw = (html: string): JSX.Element => JSX.createElement(JSX.Raw, { html });
const all = (...parts: readonly (JSX.Element | undefined)[]): JSX.Element =>
  JSX.createElement(JSX.Fragment, null, ...parts);

/** What unfolds is no link: a link inside a button cannot be reached by keyboard. The library's first page has the links. */
const unlinked = (elements: readonly NavigationElement[]): NavigationElement[] =>
  elements.map(({ path, children, ...element }) =>
    children === undefined
      ? { ...element, ...(path === undefined ? {} : { path }) }
      : { ...element, children: unlinked(children) },
  );

/** typedoc's own theme, but the pages of algorithms have the parts of a specification, and each title its edition. */
export function themeFor(
  algorithms: Library["algorithms"],
  material: Material,
): new (
  renderer: Renderer,
) => DefaultTheme {
  const described = new Map<Reflection, string>([...algorithms].map(([id, one]) => [one, id]));
  const of = (reflection: Reflection) => material.algorithms.find(({ id }) => id === described.get(reflection));

  class Context extends DefaultThemeRenderContext {
    constructor(...args: ConstructorParameters<typeof DefaultThemeRenderContext>) {
      super(...args);
      const { header, commentTags } = this;
      this.header = (page) => all(header(page), raw(stamp(material.edition, of(page.model)?.id, material.evidence)));
      this.commentTags = (reflection) => {
        const algorithm = of(reflection);
        if (algorithm === undefined) return commentTags(reflection);
        return raw(
          `<div class="tsd-comment tsd-typography">${specification(material, algorithm)
            .map((part) => this.#part(part, algorithms.get(algorithm.id)))
            .join("\n")}</div>`,
        );
      };
    }
    #part({ id, title, tag, above = "", below = "" }: Part, constant: DeclarationReflection | undefined): string {
      this.page.pageHeadings.push({ link: `#${id}`, text: title });
      const content = tag === undefined ? undefined : constant?.comment?.getTag(`@${tag}`)?.content;
      return `<h2 id="${id}">${escaped(title)} <a class="here" href="#${id}" aria-label="Link to ${escaped(title)}">#</a></h2>
${above}${content === undefined ? "" : this.markdown(content)}${below}`;
    }
  }

  return class extends DefaultTheme {
    override buildNavigation(project: ProjectReflection): NavigationElement[] {
      const built = super.buildNavigation(project);
      const [only] = built;
      return unlinked(built.length === 1 && only?.children !== undefined ? only.children : built);
    }
    override getRenderContext(page: PageEvent<Reflection>): DefaultThemeRenderContext {
      return new Context(this.router, this, page, this.application.options);
    }
  };
}
