import type { VendorName } from '@shopbell/protocol'

/** Whether a name is one that an extension brings: it has a vendor before its slash, which no name of ours has. */
export function isVendorName(name: string): name is VendorName {
  return name.includes('/')
}

/** Whose name it is. */
export function vendorOf(name: VendorName): string {
  return name.slice(0, name.indexOf('/'))
}
