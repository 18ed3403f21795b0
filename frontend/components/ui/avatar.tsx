import { initials, tint } from "@/lib/text/initials";

const TINTS = ["bg-tint-1", "bg-tint-2", "bg-tint-3", "bg-tint-4"] as const;
const SIZES = { normal: "size-11 text-sm", large: "size-20 text-2xl" } as const;

/** Decoration beside a name that is written out: hidden from screen readers. */
export function Avatar({
  id,
  name,
  size = "normal",
}: {
  id: string;
  name: string;
  size?: keyof typeof SIZES;
}) {
  const colour = TINTS[tint(id, TINTS.length)] ?? TINTS[0];
  return (
    <span
      aria-hidden
      className={`flex shrink-0 items-center justify-center rounded-full font-semibold ${colour} ${SIZES[size]}`}
    >
      {initials(name)}
    </span>
  );
}
