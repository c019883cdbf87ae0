import { type Behaviour } from './behaviour.ts';

export const companyInfo: Behaviour = {
  prepare: (draft) => draft,
};
