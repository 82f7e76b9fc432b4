import { nameToEmoji } from 'gemoji'

/**
 * Slack delivers emoji by name, with a skin tone behind if there is one; notes have the emoji themselves. A name that only one
 * workspace has stays as it is.
 *
 * @example emojiOfNames('tag::snake: :+1::skin-tone-3: :party-parrot:') // => 'tag:🐍 👍 :party-parrot:'
 */
export function emojiOfNames(text: string): string {
  return text.replace(named, (form, name: string) =>
    Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name]! : form,
  )
}

/** Not within a word: `std::on::x` names none. */
const named = /(?<![\p{L}\p{N}]):([a-z0-9_+-]+):(?::skin-tone-[2-6]:|(?![\p{L}\p{N}:]))/gu
