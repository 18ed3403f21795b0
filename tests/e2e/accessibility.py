"""Pages read by axe-core, as a screen reader's user and a keyboard's would meet them.

Flows in: a page as it stands. Flows out: each rule of WCAG 2.2, levels A and AA, that it breaks, and where.
"""

from pathlib import Path

from playwright.async_api import Page

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_BROKEN = """
async (rules) => {
  const found = await axe.run(document, { runOnly: rules });
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
}
"""


async def broken_rules(page: Page) -> list[str]:
    """Empty for a page that everybody can use, as far as a machine can tell."""
    await page.evaluate(AXE.read_text("utf-8"))
    broken: list[str] = await page.evaluate(_BROKEN, RULES)
    return broken
