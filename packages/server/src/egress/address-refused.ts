/** A name or an address leads where nothing may be sent. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED'

  constructor(host: string) {
    super(`${host} leads to an address that is not on the public net.`)
  }
}
