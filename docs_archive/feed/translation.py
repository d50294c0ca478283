"""One place where errors of tuf, zstd and the disk become ours."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    ExpiredMetadataError,
    RepositoryError,
    UnsignedMetadataError,
)

from docs_archive.errors import (
    ArchiveDamaged,
    ArchiveDiskFull,
    ArchiveError,
    FeedDamaged,
    FeedExpired,
    FeedNotTrusted,
    FeedRolledBack,
    FeedServerError,
)


@contextmanager
def feed_errors(current: Callable[[], str], expired: Callable[[], tuple[str, str]]) -> Iterator[None]:
    """Within it only our errors leave. ``current`` names the file in hand, ``expired`` one past its day and the day."""
    try:
        yield
    except ArchiveError:
        raise
    except DownloadHTTPError as error:
        raise FeedServerError(error.status_code) from error
    except ExpiredMetadataError as error:
        raise FeedExpired(*expired()) from error
    except BadVersionNumberError as error:
        raise FeedRolledBack(current()) from error
    except UnsignedMetadataError as error:
        raise FeedNotTrusted(current()) from error
    except (DownloadError, RepositoryError) as error:
        raise FeedDamaged(current()) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise ArchiveDiskFull(str(error.filename or "")) from error
        raise ArchiveDamaged(str(error.filename or "")) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FeedDamaged(current()) from error  # metadata of a form that tuf does not expect
