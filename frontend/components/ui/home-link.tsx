import { LinkButton } from "./button";

/** The way out of a page that has nothing more to show: the small button inside a notice. */
export function HomeLink() {
  return (
    <LinkButton href="/" size="small" look="outline">
      Go to the home page
    </LinkButton>
  );
}
