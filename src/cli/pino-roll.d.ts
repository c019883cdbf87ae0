// The package carries no types; this is the part we use, from its README (version 4.0.0).
declare module 'pino-roll' {
  export default function openRollingFile(options: {
    file: string;
    frequency?: 'daily' | 'hourly' | number;
    dateFormat?: string;
    size?: string | number;
    mode?: number;
  }): Promise<NodeJS.WritableStream>;
}
