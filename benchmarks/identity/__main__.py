import sys

from benchmarks.identity.counting import main

sys.exit(main())
