import { useQuery } from '@tanstack/react-query';
import { useMe } from '@/shared/session';
import { workplaceQuery } from '../api';
import { useOffers } from '../sign/useOffers';
import { PluginSigner } from '../signer/PluginSigner';
import { SignerError, type SignerState } from '../signer/Signer';

export type Verdict = 'checking' | 'ready' | 'demonstration' | 'not-ready';

export interface Preflight {
  /** Null where nothing is signed: no doctor, or a region without signing. */
  verdict: Verdict | null;
  state: SignerState | null;
  /** Why the plug-in does not answer. */
  trouble: SignerError | null;
  offers: ReturnType<typeof useOffers>;
  workplace: ReturnType<typeof useWorkplace>;
  again: () => void;
}

const useWorkplace = (enabled: boolean) => useQuery({ ...workplaceQuery, enabled });

/** Whether this workplace can sign today: looked at once after the log-in, and again on demand. */
export function usePreflight(): Preflight {
  const doctor = useMe().roles.includes('DOCTOR');
  const workplace = useWorkplace(doctor);
  const here = doctor && workplace.data !== null;
  const offers = useOffers(here);
  const script = workplace.data?.pluginScript ?? null;
  const state = useQuery({
    queryKey: ['signing', 'plugin', script ?? ''],
    queryFn: async (): Promise<{ state: SignerState | null; trouble: SignerError | null }> => {
      try {
        return { state: await new PluginSigner(script).state(), trouble: null };
      } catch (error) {
        return { state: null, trouble: error instanceof SignerError ? error : new SignerError('unknown') };
      }
    },
    enabled: here && workplace.isSuccess,
    staleTime: 5 * 60_000,
    meta: { live: false },
  });
  const trouble = state.data?.trouble ?? null;
  const usable = offers.data?.offers.filter((offer) => offer.usable) ?? [];
  const qualified = usable.some((offer) => !offer.signer.demonstration);
  const verdict: Verdict | null = !here || workplace.data === undefined && !workplace.isPending
    ? null
    : workplace.isPending || offers.pending || state.isPending
      ? 'checking'
      : trouble === null && qualified && workplace.data?.snilsKnown ? 'ready' : usable.length > 0 && !qualified ? 'demonstration' : 'not-ready';
  return {
    verdict,
    state: state.data?.state ?? null,
    trouble,
    offers,
    workplace,
    again: () => {
      void workplace.refetch();
      void state.refetch();
      offers.again();
    },
  };
}
