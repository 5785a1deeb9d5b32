/** The block a problem's JSON Pointer leads to: `/blocks/<id>/…`, or a text of it, `/texts/<locale>/<id>.…`; null for the flow itself. */
export function problemBlock(at: string): string | null {
  const [, section, second, third] = at
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (section === 'blocks') return second ?? null
  if (section === 'texts') return third?.split('.')[0] ?? null
  return null
}
