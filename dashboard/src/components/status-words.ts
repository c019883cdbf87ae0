import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconCloudDownload,
  IconCoins,
  IconEyeOff,
  IconHistory,
  IconPlayerPause,
  IconPlugConnectedX,
  IconPlugOff,
  IconProgressDown,
  type Icon,
} from '@tabler/icons-react';
import type { EntityStatus, OrganizationStatus } from '../../../src/api-contract/index.ts';
import type { Tone } from '../ui/tone.ts';

type Words = { tone: Tone; icon: Icon; label: string };

type OrganizationWords = Words & {
  /** What this status means, for somebody who sees it for the first time. */
  meaning: string;
  /** A person has to look. */
  needsAttention: boolean;
  /** What the reader can press. */
  action: 'sync' | 'reconnect' | 'none';
};

/** Every status of a company in words, with what can be done about it. */
export const organizationWords = {
  loading: {
    tone: 'busy',
    icon: IconCloudDownload,
    label: 'Loading',
    meaning: 'The whole history is being copied from QuickBooks.',
    needsAttention: false,
    action: 'none',
  },
  current: {
    tone: 'good',
    icon: IconCircleCheck,
    label: 'Current',
    meaning: 'Every change in QuickBooks until then is copied.',
    needsAttention: false,
    action: 'sync',
  },
  late: {
    tone: 'warning',
    icon: IconClockExclamation,
    label: 'Late',
    meaning: 'The next update is overdue. It is tried again by itself; you can also ask for it now.',
    needsAttention: true,
    action: 'sync',
  },
  failed: {
    tone: 'bad',
    icon: IconAlertTriangle,
    label: 'Failed',
    meaning: 'The last update did not succeed. What was copied before is still here.',
    needsAttention: true,
    action: 'sync',
  },
  reconnect_required: {
    tone: 'bad',
    icon: IconPlugConnectedX,
    label: 'Reconnect required',
    meaning: 'QuickBooks no longer lets us in. Sign in to this company again; nothing copied so far is lost.',
    needsAttention: true,
    action: 'reconnect',
  },
  paused: {
    tone: 'quiet',
    icon: IconPlayerPause,
    label: 'Paused',
    meaning: 'Somebody paused the updates. The copy stays as it was.',
    needsAttention: false,
    action: 'none',
  },
  blocked_budget: {
    tone: 'warning',
    icon: IconCoins,
    label: 'Blocked by budget',
    meaning:
      'The calls to QuickBooks allowed this month are used up. Updates go on when there are calls again.',
    needsAttention: true,
    action: 'none',
  },
  disconnected: {
    tone: 'quiet',
    icon: IconPlugOff,
    label: 'Disconnected',
    meaning: 'This company is not connected any more. The copy stays as it was.',
    needsAttention: false,
    action: 'reconnect',
  },
} as const satisfies Record<OrganizationStatus, OrganizationWords>;

/** Every status of one kind of record in words. */
export const entityWords = {
  pending: { tone: 'quiet', icon: IconCircleDashed, label: 'Waiting' },
  backfilling: { tone: 'busy', icon: IconProgressDown, label: 'Loading' },
  current: { tone: 'good', icon: IconCircleCheck, label: 'Current' },
  catching_up: { tone: 'busy', icon: IconHistory, label: 'Catching up' },
  failed: { tone: 'bad', icon: IconAlertTriangle, label: 'Failed' },
  unavailable: { tone: 'quiet', icon: IconEyeOff, label: 'Not available' },
} as const satisfies Record<EntityStatus, Words>;
