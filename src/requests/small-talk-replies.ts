/** What is said to a person who is polite; nothing, if that wants no reply. */
export const smallTalkReplies = {
  thanks: 'You’re welcome.',
  goodbye: 'Bye!',
  complaint: 'Sorry about that. Ask again in other words, or name a topic, a tool or a speaker.',
  continuing: 'Each question is read by itself: say again what it is about.',
  agreement: undefined,
} as const
