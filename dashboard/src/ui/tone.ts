/** What a colour means. Never the only carrier of that meaning: an icon and a word stand beside it. */
export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'quiet';
