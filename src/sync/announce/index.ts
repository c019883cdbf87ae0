/** What other rooms use of this one; it is entered only here. */
export { askAnnounced, noteUnannounced, openAnnouncements, settleShown } from './announced.ts';
export { forgetOldEvents } from './intake.ts';
export { createWebhookReceiver } from './receiver.ts';
