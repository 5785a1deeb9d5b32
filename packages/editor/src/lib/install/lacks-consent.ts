import type { WidgetSettings } from '@shopbell/protocol'

/** The contact form is on and there is nothing that buyers could agree to (PRV-02). */
export function lacksConsent({ contact }: WidgetSettings): boolean {
  return contact.on && Object.values(contact.consent).every((text) => text.trim() === '')
}
