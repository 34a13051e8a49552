print("coachd")
