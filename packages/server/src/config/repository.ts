/**
 * The root of the repository, or of the part of it that travels in the published package: what the server serves or seeds but other
 * folders make (the widget, the console, the demo shop) stands below it at the same paths (scripts/pack/bring-along.mjs).
 */
export const REPOSITORY = new URL(
  import.meta.url.endsWith('.ts') ? '../../../../' : '../brought-along/',
  import.meta.url,
)
