/** What other rooms use of this one; it is entered only here. */
export { askAnnounced, openAnnouncements, settleShown } from './announced.ts';
export { eventsFromTheFuture, forgetOldEvents, forgetStranger } from './intake.ts';
export { createWebhookReceiver } from './receiver.ts';
