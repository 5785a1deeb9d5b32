/** What the docs leave to their reader, as it is for these tests. */
export interface StandIns {
  readonly url: string
  readonly token: string
  readonly databaseUrl: string
}

/** Names the docs use for the reader's own server; all under `.example` (RFC 2606), or where `npm start` serves. */
const SERVERS =
  /(?<!PUBLIC_URL=)(https:\/\/(your-shopbell|shop|chat)\.example(\.com)?|http:\/\/127\.0\.0\.1:8080)(?=[/\s"'?]|$)/gm

/** Puts the reader's own values into a block; throws where one is left that nobody knows. */
export function withStandIns(code: string, { url, token, databaseUrl }: StandIns): string {
  const filled = code
    .replaceAll(SERVERS, url)
    .replaceAll(/sbk_…|(?<=--token )…|(?<=Bearer )…/g, token)
    .replaceAll(/postgres:\/\/(shopbell:…@127\.0\.0\.1:5432\/shopbell|…)/g, databaseUrl)
  const left = filled.split('\n').find((line) => (line.split(/(^|\s)(#|\/\/)/)[0] ?? '').includes('…'))
  if (left !== undefined) throw new Error(`“${left}” has a gap that test/docs/stand-ins.ts does not know.`)
  return filled
}
