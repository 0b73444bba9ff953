import './board.css';
import '@excalidraw/excalidraw/index.css';
import { CaptureUpdateAction, Excalidraw, exportToBlob, reconcileElements, restoreElements } from '@excalidraw/excalidraw';
import type { RemoteExcalidrawElement } from '@excalidraw/excalidraw/data/reconcile';
import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useEffect, useMemo, useRef, useState } from 'react';
import { uuidv7 } from '@/shared/api/uuid';
import { failureOf, type Failure } from '@/shared/failure';
import type { Call } from '../model/Call';
import type { CallFiles } from '../model/CallFiles';
import type { StaffRoomEndpoints } from '../model/endpoints';
import { useStore } from '../screen/hooks';
import { useCallTexts } from '../screen/texts';
import { Board, type Surface } from './Board';
import { imageElement } from './imageElement';
import { Pictures } from './Pictures';
import { Pointers } from './Pointers';
import { SavedBoards } from './SavedBoards';

// Its fonts come from here, from nowhere else.
(window as { EXCALIDRAW_ASSET_PATH?: string }).EXCALIDRAW_ASSET_PATH = '/excalidraw/';

interface Props {
  call: Call;
  staff: StaffRoomEndpoints | null;
  files: CallFiles;
  mayDraw: boolean;
  /** A picture of the request to be put on the board. */
  picture: { id: string; type: string; name: string } | null;
  onPictureTaken: () => void;
  time: (instant: string) => string;
}

/** «Доска»: drawn on by all who may, the same for everybody, kept with the request. */
export default function BoardBlock({ call, staff, files, mayDraw, picture, onPictureTaken, time }: Props) {
  const { t, language, say } = useCallTexts();
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const latest = useRef<ExcalidrawImperativeAPI | null>(null);
  const pictures = useMemo(() => new Pictures(files), [files]);
  const board = useMemo(() => {
    const surface: Surface<OrderedExcalidrawElement> = {
      elements: () => latest.current?.getSceneElementsIncludingDeleted() ?? [],
      merge(remote) {
        const canvas = latest.current;
        if (!canvas) return;
        const local = canvas.getSceneElementsIncludingDeleted();
        const elements = reconcileElements(local, restoreElements(remote, local) as unknown as RemoteExcalidrawElement[], canvas.getAppState());
        canvas.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
        void pictures.show(canvas, elements);
      },
    };
    return new Board(call.requestId, call.connection, call.endpoints, call.live, surface);
  }, [call, pictures]);
  const pointers = useMemo(() => new Pointers(call), [call]);
  const state = useStore(board);

  // Whoever comes late sees what is there, not an empty corner of it.
  const { loaded } = state;
  useEffect(() => {
    if (api && loaded && api.getSceneElements().length > 0) api.scrollToContent(api.getSceneElements(), { fitToViewport: true, viewportZoomFactor: 0.8, maxZoom: 1 });
  }, [api, loaded]);

  useEffect(() => {
    if (!api) return;
    latest.current = api;
    board.start();
    pointers.start(api);
    return () => {
      board.stop();
      pointers.stop();
      latest.current = null;
    };
  }, [api, board, pointers]);

  useEffect(() => {
    if (!api || !picture || !state.loaded) return;
    onPictureTaken();
    void pictures
      .load(picture)
      .then(async (file) => {
        const element = await imageElement(file, api);
        api.addFiles([file]);
        api.updateScene({ elements: [...api.getSceneElementsIncludingDeleted(), element], captureUpdate: CaptureUpdateAction.IMMEDIATELY });
        api.scrollToContent(element, { fitToViewport: true, viewportZoomFactor: 0.8 });
        board.drawn();
      })
      .catch((error: unknown) => setFailure(failureOf(error)));
  }, [api, picture, state.loaded, onPictureTaken, pictures, board]);

  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The library gives its menu's button no name.
    canvas.current?.querySelector('.main-menu-trigger')?.setAttribute('aria-label', t('board.menu'));
  });

  const save = async () => {
    if (!api || !staff) return;
    setSaving(true);
    setSaved(null);
    setFailure(null);
    try {
      const image = await exportToBlob({ elements: api.getSceneElements(), appState: { exportBackground: true, viewBackgroundColor: '#ffffff' }, files: api.getFiles(), mimeType: 'image/png', exportPadding: 16 });
      const name = t('board.name', { time: stamp(new Date()) });
      const stored = await files.upload(image, name, t('board.folder'));
      await staff.saveBoard(uuidv7(), stored.id);
      setSaved(name);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setSaving(false);
    }
  };

  return (
    <section className="block block-board" aria-label={t('block.board')}>
      <div className="board-bar">
        {staff && <button type="button" className="call-button call-small" disabled={saving || !state.loaded} onClick={() => void save()}>{t(saving ? 'board.saving' : 'board.save')}</button>}
        {staff && <SavedBoards staff={staff} time={time} saved={saved} onFailure={setFailure} />}
        <span role="status" className="board-said">
          {saved !== null && t('board.saved', { name: saved })}
          {!mayDraw && t('board.viewOnly')}
          {state.refused && t('board.notSent')}
        </span>
        {(failure ?? state.failure) && <span role="alert" className="board-said">{say((failure ?? state.failure)!)}</span>}
      </div>
      <div className="board-canvas" ref={canvas} aria-busy={!state.loaded || undefined} data-loaded={state.loaded || undefined}>
        <Excalidraw
          excalidrawAPI={setApi}
          langCode={language === 'ru' ? 'ru-RU' : 'en'}
          viewModeEnabled={!mayDraw}
          aiEnabled={false}
          isCollaborating
          onChange={() => board.drawn()}
          onPointerUpdate={({ pointer, button }) => pointers.moved(pointer, button)}
          // What is put on the board is a file of the request, under its id.
          generateIdForFile={async (file) => (await files.upload(file, file.name || 'image.png', t('board.folder'))).id}
          UIOptions={{ canvasActions: { loadScene: false, saveToActiveFile: false, export: false, toggleTheme: false, saveAsImage: false }, tools: { image: mayDraw } }}
        />
      </div>
    </section>
  );
}

const two = (n: number): string => String(n).padStart(2, '0');
const stamp = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}`;
