import { initAll } from "./govuk-frontend.min.js";

initAll();

if (window.matchMedia("(max-width: 40em)").matches) {
  document.querySelectorAll("[data-lintel-filter]").forEach((filter) => filter.removeAttribute("open"));
}
