/** Two voices: the rep's bars and the buyer's. */
export function Logo() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-7">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <g strokeWidth="2.6" strokeLinecap="round" className="stroke-accent-ink">
        <path d="M8 13v6M12 9.5v13M16 12.5v7" />
        <path d="M20 8.5v15M24 13v6" opacity="0.55" />
      </g>
    </svg>
  );
}
