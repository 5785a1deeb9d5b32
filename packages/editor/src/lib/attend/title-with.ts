/** A page's title with a number in front; 0 shows none. What is already there is replaced. */
export function titleWith(title: string, n: number): string {
  const bare = title.replace(/^\(\d+\+?\) /, '')
  return n > 0 ? `(${n > 99 ? '99+' : n}) ${bare}` : bare
}
