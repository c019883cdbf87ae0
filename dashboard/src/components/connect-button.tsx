import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { connectUrl } from '../api/links.ts';
import classes from './connect-button.module.css';

/** Goes to QuickBooks to sign in and choose a company. `compact` says less where the screen is narrow. */
export function ConnectButton({ size = 'sm', compact = false }: { size?: 'sm' | 'md'; compact?: boolean }) {
  return (
    <Button component="a" href={connectUrl()} size={size} leftSection={<IconPlus size={17} aria-hidden />}>
      <span>
        Connect<span className={compact ? classes.wide : undefined}> a company</span>
      </span>
    </Button>
  );
}
