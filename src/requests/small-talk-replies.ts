/** What is said to a person who is polite; nothing, if that wants no reply. */
export const smallTalkReplies = {
  thanks: 'You’re welcome.',
  goodbye: 'Bye!',
  complaint: 'Sorry about that. Ask again in other words, or name a topic, a tool or a speaker.',
  agreement: undefined,
} as const
