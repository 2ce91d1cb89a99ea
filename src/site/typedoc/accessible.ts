/** What an accessibility checker finds in typedoc's default theme, repaired. */
export function accessible(html: string): string {
  return (
    html
      .replace('<div class="page-menu">', '<div class="page-menu" role="navigation" aria-label="On this page">')
      .replace('<div class="col-content">', '<div class="col-content" role="main">')
      .replace(/<h[345](?=[^>]*tsd-index-heading)/g, '$& aria-level="2"')
      .replace(/<h4(?![^>]*aria-level)/g, '<h4 aria-level="2"')
      .replace(/<h5(?![^>]*aria-level)/g, '<h5 aria-level="3"')
      .replace('<nav id="tsd-sidebar-links"', '$& aria-label="Site"')
      .replace('<nav class="tsd-navigation"', '$& aria-label="Library"')
      .replace("<h3>Settings</h3>", '<h3 aria-level="2">Settings</h3>')
      .replace(/<summary class="tsd-accordion-summary"[\s\S]*?<\/summary>/g, (summary) =>
        summary.replace(/<a href="#[^"]*"[^>]*class="tsd-anchor-icon"[\s\S]*?<\/a>/g, ""),
      )
      // The page has its icons inside, by a script; from a file, browsers refuse those of another file.
      .replace(/(<use href=")[^"#]*icons\.svg#/g, "$1#")
  );
}

/** The way back to the other pages; their addresses are written from the site's root and made relative here. */
export function atHome(html: string, toRoot: string): string {
  return html
    .replace(/(<a href=")[^"]*("\s*class="title")/, `$1${toRoot}index.html$2`)
    .replace(/\bhref="\/(?!\/)/g, `href="${toRoot}`);
}
