import { LinkButton } from "@/components/ui/button";
import { Page } from "@/components/ui/page";

export default function NotFound() {
  return (
    <Page>
      <div className="mx-auto max-w-md py-24 text-center">
        <h1 className="text-2xl font-semibold">There is no such page</h1>
        <p className="mt-3 mb-6 text-muted">
          The address may be mistyped. Every call starts from the home page.
        </p>
        <LinkButton href="/">Go to the home page</LinkButton>
      </div>
    </Page>
  );
}
