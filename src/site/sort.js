// Sorts the rows of a table by a column: a heading is a button, pressed again it turns the order round.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.querySelector("tbody");
  const headings = [...table.querySelectorAll("thead th")];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) =>
        row.children[column].querySelector("[data-key]")?.dataset.key ?? row.children[column].textContent;
      const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
      body.replaceChildren(...(down ? rows.reverse() : rows));
    });
  });
}
